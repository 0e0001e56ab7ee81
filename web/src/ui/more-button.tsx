import { Button } from "antd";
import { useText } from "@/lib/i18n";

interface Props {
  /** As an endless query answers. */
  pages: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
}

/** Below a list that is not fetched while scrolling: brings the next page, as long as there is one. */
export function MoreButton({ pages }: Props) {
  const { t } = useText();
  if (!pages.hasNextPage) return null;
  return (
    <Button type="text" block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
      {t("ui.picker.more")}
    </Button>
  );
}
