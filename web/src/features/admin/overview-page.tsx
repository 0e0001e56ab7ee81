import { CheckCircleFilled } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { departmentsQuery } from "@/api/directory";
import { useText } from "@/lib/i18n";
import { AdminLink } from "@/ui/admin-link";
import { PageHead } from "@/ui/page-head";
import { ProblemNote } from "@/ui/problem-note";
import { type Counted, countQuery, firstSteps } from "./overview";
import css from "./overview-page.module.css";

/** The company in numbers, and what is left to do at the start. */
export function OverviewPage({ admin }: { admin: boolean }) {
  const { t } = useText();
  const departments = useQuery(departmentsQuery);
  const invited = useQuery(countQuery("/api/members", { state: "INVITED" }));
  const disabled = useQuery(countQuery("/api/members", { state: "DISABLED" }));
  const left = useQuery(countQuery("/api/members", { state: "LEFT" }));
  const invitations = useQuery(countQuery("/api/invitations"));
  const requests = useQuery({ ...countQuery("/api/join-requests"), enabled: admin });
  const list = departments.data ?? [];
  const present = list.filter((each) => each.parentId === null).reduce((sum, root) => sum + root.memberCount, 0);
  const all: Counted | undefined = departments.data && { count: present, more: false };
  const counted = useQuery(countQuery("/api/members", { state: "ACTIVE" }));
  const exact = all && invited.data && !invited.data.more;
  const active = exact ? { count: present - invited.data.count, more: false } : counted.data;
  return (
    <div className={css.page}>
      <PageHead title={t("admin.places.overview")} lead={t("admin.overview.lead")} />
      <ProblemNote problem={departments.error ?? invited.error} />
      <ul className={css.numbers}>
        <NumberTile name={t("admin.overview.members")} counted={all} to="/members" />
        <NumberTile name={t("admin.overview.active")} counted={active} to="/members" search={{ state: "ACTIVE" }} />
        <NumberTile
          name={t("admin.overview.invited")}
          counted={invited.data}
          to="/members"
          search={{ state: "INVITED" }}
        />
        <NumberTile
          name={t("admin.overview.disabled")}
          counted={disabled.data}
          to="/members"
          search={{ state: "DISABLED" }}
        />
        <NumberTile name={t("admin.overview.left")} counted={left.data} to="/members" search={{ state: "LEFT" }} />
        <NumberTile
          name={t("admin.overview.departments")}
          counted={departments.data && { count: list.filter((each) => each.parentId !== null).length, more: false }}
          to="/departments"
        />
        <NumberTile name={t("admin.overview.invitations")} counted={invitations.data} to="/invitations" />
        {admin && <NumberTile name={t("admin.overview.requests")} counted={requests.data} to="/requests" />}
      </ul>
      {admin && departments.data && invitations.data && (
        <FirstSteps steps={firstSteps(list, present, invitations.data.count)} />
      )}
    </div>
  );
}

interface TileProps {
  name: string;
  counted: Counted | undefined;
  to: string;
  search?: Record<string, string>;
}

function NumberTile({ name, counted, to, search }: TileProps) {
  const { t, locale } = useText();
  const number = counted?.count.toLocaleString(locale);
  return (
    <li>
      <AdminLink className={css.tile} to={to} search={search}>
        <span className={css.name}>{name}</span>
        {number === undefined ? (
          <Skeleton.Button active size="small" />
        ) : (
          <span className={css.number}>
            {counted?.more ? t("admin.overview.many", { count: counted.count }) : number}
          </span>
        )}
      </AdminLink>
    </li>
  );
}

function FirstSteps({ steps }: { steps: ReturnType<typeof firstSteps> }) {
  const { t } = useText();
  const done = steps.filter((step) => step.done).length;
  return (
    <section className={css.steps} aria-labelledby="first-steps">
      <h2 className={css.stepsTitle} id="first-steps">
        {t("admin.overview.steps")}{" "}
        <span className={css.stepsDone}>{t("admin.overview.stepsDone", { done, total: steps.length })}</span>
      </h2>
      {done === steps.length ? (
        <p className={css.quiet}>{t("admin.overview.stepsAll")}</p>
      ) : (
        <ol>
          {steps.map((step) => (
            <li key={step.name} className={css.step} data-done={step.done || undefined}>
              <span className={css.mark}>{step.done && <CheckCircleFilled aria-hidden />}</span>
              <span className={css.words}>
                <span className={css.stepName}>{t(`admin.overview.step.${step.name}.name`)}</span>
                <span className={css.quiet}>{t(`admin.overview.step.${step.name}.text`)}</span>
              </span>
              {!step.done && (
                <AdminLink className={css.action} to={step.to}>
                  {t(`admin.overview.step.${step.name}.action`)}
                </AdminLink>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
