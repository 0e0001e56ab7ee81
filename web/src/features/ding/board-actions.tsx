import { DownloadOutlined, MoreOutlined } from "@ant-design/icons";
import { App, Button, Dropdown, Space } from "antd";
import type { Ding, DingCounts, Way } from "@/api/ding-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import css from "./ding-detail.module.css";
import { countdown } from "./timeline";
import { useRecall, useRemind } from "./use-dings";
import { useNow } from "./use-now";

const REMIND_BY: Way[] = ["SMS", "VOICE"];

/** What a sender can do with a DING that is on its way. */
export function BoardActions({ ding, counts }: { ding: Ding; counts: DingCounts }) {
  const { t } = useText();
  const { modal, message } = App.useApp();
  const recall = useRecall(ding.id);
  const complain = (error: unknown) => void message.error(problemText(t, error));
  const askRecall = () =>
    modal.confirm({
      title: t("ding.board.recallTitle"),
      content: t("ding.board.recallText"),
      okText: t("ding.board.recall"),
      okButtonProps: { danger: true },
      cancelText: t("ding.compose.cancel"),
      onOk: () => recall.mutateAsync().then(() => void message.success(t("ding.board.recalled")), complain),
    });
  const over = ding.recalledAt !== null || Date.parse(ding.expiresAt) < Date.now();
  return (
    <div className={css.actions}>
      {!over && counts.waiting > 0 && <RemindButton ding={ding} />}
      <Button icon={<DownloadOutlined />} href={`/api/dings/${ding.id}/export.xlsx`} download>
        {t("ding.board.export")}
      </Button>
      {!over && (
        <Button danger onClick={askRecall}>
          {t("ding.board.recall")}
        </Button>
      )}
    </div>
  );
}

function RemindButton({ ding }: { ding: Ding }) {
  const { t } = useText();
  const { message } = App.useApp();
  const remind = useRemind(ding.id);
  const planned = Date.parse(ding.sendAt) > Date.now();
  const now = useNow(ding.remindableAt !== null);
  const left = countdown(ding.remindableAt, now);
  const closed = left !== null || planned || remind.isPending;
  const act = (ways: Way[] | null) =>
    follow(remind.mutateAsync(ways), {
      onSuccess: () => void message.success(t("ding.board.reminded")),
      onError: (error) => void message.error(problemText(t, error)),
    });
  const items = [
    { key: "ladder", label: t("ding.board.remindWays.ladder"), onClick: () => act(null) },
    ...REMIND_BY.map((way) => ({
      key: way,
      label: t(`ding.board.remindWays.${way as "SMS" | "VOICE"}`),
      onClick: () => act([way]),
    })),
  ];
  return (
    <Space.Compact>
      <Button type="primary" disabled={closed} loading={remind.isPending} onClick={() => act(null)}>
        <span className="tabular">
          {left === null ? t("ding.board.remind") : t("ding.board.remindIn", { time: left })}
        </span>
      </Button>
      <Dropdown menu={{ items }} trigger={["click"]} disabled={closed} placement="bottomRight">
        <Button type="primary" disabled={closed} icon={<MoreOutlined />} aria-label={t("ding.board.remindBy")} />
      </Dropdown>
    </Space.Compact>
  );
}
