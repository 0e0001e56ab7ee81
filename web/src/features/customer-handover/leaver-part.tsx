import { ArrowLeftOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Checkbox } from "antd";
import { useState } from "react";
import type { UnassignedCustomer } from "@/api/handover-types";
import { useText } from "@/lib/i18n";
import { day } from "@/lib/times";
import { EndlessList } from "@/ui/endless-list";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { AssignDialog } from "./assign-dialog";
import { GroupsDialog } from "./groups-dialog";
import css from "./handover.module.css";
import { LeaverFace } from "./leavers-part";
import { RunDialog } from "./run-dialog";
import { RunProgress } from "./run-progress";
import { leaverQuery, unassignedQuery } from "./use-handovers";
import { WaysDialog } from "./ways-dialog";

/** As many as one request takes. */
const AT_ONCE = 100;

/** One leaver: his customers, chosen ones or all of them are given away. */
export function LeaverPart({ id, onBack }: { id: number; onBack: () => void }) {
  const { t } = useText();
  const leaver = useQuery(leaverQuery(id));
  const list = useInfiniteQuery(unassignedQuery(id));
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [dialog, setDialog] = useState<"some" | "all" | "ways" | "groups" | null>(null);
  const customers = list.data?.pages.flatMap((page) => page.items) ?? [];
  const ids = customers.map(({ relationId }) => relationId).filter((one) => chosen.has(one));
  const close = () => {
    setDialog(null);
    setChosen(new Set());
  };
  const person = leaver.data;
  if (!person) {
    return leaver.error ? <ProblemNote problem={leaver.error} /> : <RowSkeletons label={t("handover.loading")} />;
  }
  return (
    <div>
      <div className={css.bar}>
        <IconButton icon={<ArrowLeftOutlined />} label={t("handover.back")} onClick={onBack} />
        <LeaverFace leaver={person} />
        <Button disabled={person.ways === 0} onClick={() => setDialog("ways")}>
          {t("handover.list.ways")}
        </Button>
        {person.groups > 0 && (
          <Button onClick={() => setDialog("groups")}>{t("handover.groups.open", { count: person.groups })}</Button>
        )}
        <Button disabled={person.customers === 0 || person.run?.state === "RUNNING"} onClick={() => setDialog("all")}>
          {t("handover.list.assignAll")}
        </Button>
        <Button type="primary" disabled={ids.length === 0} onClick={() => setDialog("some")}>
          {t("handover.list.assign")}
        </Button>
      </div>
      {person.run && <RunProgress run={person.run} />}
      <ProblemNote problem={list.error} />
      <div className={css.box}>
        <EndlessList
          items={customers}
          keyOf={({ relationId }) => relationId}
          rowHeight={57}
          label={t("handover.list.label", { name: person.member.name })}
          hasMore={list.hasNextPage}
          loadingMore={list.isFetchingNextPage}
          onEnd={() => void list.fetchNextPage()}
          empty={
            !list.isError && (
              <p className={css.line}>{list.isPending ? t("handover.loading") : t("handover.list.none")}</p>
            )
          }
          head={
            <div className={css.line}>
              <Checkbox
                checked={ids.length > 0 && ids.length === Math.min(customers.length, AT_ONCE)}
                indeterminate={ids.length > 0 && ids.length < Math.min(customers.length, AT_ONCE)}
                onChange={({ target }) =>
                  setChosen(
                    new Set(target.checked ? customers.slice(0, AT_ONCE).map(({ relationId }) => relationId) : []),
                  )
                }
              >
                {t("handover.list.all")}
              </Checkbox>
              <span className={css.small} role="status">
                {t("handover.list.chosen", { count: ids.length })}
              </span>
            </div>
          }
          render={(customer) => (
            <CustomerLine
              customer={customer}
              chosen={chosen.has(customer.relationId)}
              full={ids.length >= AT_ONCE}
              onChoose={(wanted) => {
                const next = new Set(chosen);
                if (wanted) next.add(customer.relationId);
                else next.delete(customer.relationId);
                setChosen(next);
              }}
            />
          )}
        />
      </div>
      {dialog === "some" && <AssignDialog leaver={id} relationIds={ids} onClose={close} />}
      {dialog === "all" && <RunDialog leaver={person} onClose={close} />}
      {dialog === "groups" && <GroupsDialog leaver={person} onClose={close} />}
      {dialog === "ways" && <WaysDialog leaver={person} onClose={close} />}
    </div>
  );
}

interface LineProps {
  customer: UnassignedCustomer;
  chosen: boolean;
  full: boolean;
  onChoose: (wanted: boolean) => void;
}

function CustomerLine({
  customer: { customer, remark, openedAt, messages, waitingSince },
  chosen,
  full,
  onChoose,
}: LineProps) {
  const { t, locale } = useText();
  return (
    <div className={css.line}>
      <Checkbox
        aria-label={t("handover.list.choose", { name: customer.name })}
        checked={chosen}
        disabled={full && !chosen}
        onChange={({ target }) => onChoose(target.checked)}
      />
      <span className={css.words}>
        <span className={css.name}>{remark === "" ? customer.name : `${remark}（${customer.name}）`}</span>
        <span className={css.small}>{t("handover.list.openedAt", { date: day(openedAt, locale) })}</span>
      </span>
      {waitingSince !== null && (
        <span className={css.waiting}>
          {t("handover.list.messages", { count: messages })} ·{" "}
          {t("handover.list.waitingSince", { date: day(waitingSince, locale) })}
        </span>
      )}
    </div>
  );
}
