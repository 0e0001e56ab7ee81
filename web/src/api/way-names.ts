import { useInfiniteQuery } from "@tanstack/react-query";
import { useAtEnd } from "@/lib/use-at-end";
import { endless } from "./directory";

interface WayName {
  id: number;
  title: string;
}

const waysQuery = endless<WayName>(["customer-care", "ways"], "/api/contact-ways", { limit: 200 });

/** All codes with several people, to choose from. */
export function useWayNames(): { value: number; label: string }[] {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(waysQuery);
  useAtEnd(hasNextPage && !isFetchingNextPage, data?.pages.length ?? 0, fetchNextPage);
  return data?.pages.flatMap((page) => page.items).map(({ id, title }) => ({ value: id, label: title })) ?? [];
}
