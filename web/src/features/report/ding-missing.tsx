import { NotificationOutlined } from "@ant-design/icons";
import { useNavigate } from "@tanstack/react-router";
import { App, Button } from "antd";
import { useText } from "@/lib/i18n";
import { randomKey } from "@/lib/keys";
import { problemText } from "@/lib/problem-text";
import { useDingMissing } from "./use-overview";

interface Props {
  template: number;
  day: string;
  count: number;
}

/** Reaches everybody who owes a report of this period, after saying how many they are. */
export function DingMissing({ template, day, count }: Props) {
  const { t } = useText();
  const { modal, notification } = App.useApp();
  const navigate = useNavigate();
  const ding = useDingMissing(template);
  const ask = () => {
    const key = randomKey();
    modal.confirm({
      title: t("report.ding.title", { count }),
      content: t("report.ding.text"),
      okText: t("report.ding.send", { count }),
      cancelText: t("form.cancel"),
      onOk: () =>
        ding.mutateAsync({ key, day }).then(
          ({ dingId, people }) =>
            notification.success({
              title: t("report.ding.done", { count: people }),
              actions: (
                <Button
                  size="small"
                  onClick={() =>
                    void navigate({
                      to: "/dings/$dingId",
                      params: { dingId: String(dingId) },
                      search: { box: "SENT" },
                    })
                  }
                >
                  {t("report.ding.see")}
                </Button>
              ),
            }),
          (problem: unknown) => notification.error({ title: problemText(t, problem) }),
        ),
    });
  };
  return (
    <Button type="primary" icon={<NotificationOutlined />} loading={ding.isPending} onClick={ask}>
      {t("report.ding.button", { count })}
    </Button>
  );
}
