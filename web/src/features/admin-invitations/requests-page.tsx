import { SolutionOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { App, Button, Form, Modal } from "antd";
import { useState } from "react";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { phoneText } from "@/lib/login-text";
import { problemText } from "@/lib/problem-text";
import { absolute, dayAndClock } from "@/lib/times";
import { type Column, DataTable } from "@/ui/data-table";
import { DepartmentSelect } from "@/ui/department-select";
import { EmptyState } from "@/ui/empty-state";
import { PageHead } from "@/ui/page-head";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./invitations.module.css";
import { type JoinRequest, requestsQuery, useDecide } from "./use-invitations";

export function RequestsPage() {
  const { t, locale } = useText();
  const requests = useInfiniteQuery(requestsQuery);
  const rows = requests.data?.pages.flatMap((page) => page.items) ?? [];
  const [accepting, setAccepting] = useState<JoinRequest | null>(null);
  const columns: Column<JoinRequest>[] = [
    { key: "name", title: t("admin.requests.column.name"), width: 160, render: (each) => each.name },
    { key: "login", title: t("admin.requests.column.login"), width: 220, render: (each) => phoneText(each.login) },
    {
      key: "createdAt",
      title: t("admin.requests.column.createdAt"),
      width: 150,
      render: (each) => <span title={absolute(each.createdAt)}>{dayAndClock(each.createdAt, locale)}</span>,
    },
    {
      key: "actions",
      title: t("admin.requests.column.actions"),
      width: 180,
      render: (each) => (
        <>
          <Button size="small" type="primary" onClick={() => setAccepting(each)}>
            {t("admin.requests.accept")}
          </Button>
          <RejectButton request={each} />
        </>
      ),
    },
  ];
  return (
    <div className={css.page}>
      <PageHead title={t("admin.places.requests")} lead={t("admin.requests.lead")} />
      <ProblemNote problem={requests.error} />
      {requests.isPending ? (
        <RowSkeletons label={t("form.loading")} />
      ) : (
        <DataTable
          rows={rows}
          columns={columns}
          keyOf={(request) => request.id}
          label={t("admin.places.requests")}
          hasMore={requests.hasNextPage}
          loadingMore={requests.isFetchingNextPage}
          onEnd={() => void requests.fetchNextPage()}
          empty={
            requests.isSuccess && (
              <EmptyState
                icon={<SolutionOutlined />}
                title={t("admin.requests.empty")}
                text={t("admin.requests.emptyText")}
              />
            )
          }
        />
      )}
      {accepting && <AcceptDialog request={accepting} onClose={() => setAccepting(null)} />}
    </div>
  );
}

function AcceptDialog({ request, onClose }: { request: JoinRequest; onClose: () => void }) {
  const { t } = useText();
  const { message } = App.useApp();
  const decide = useDecide();
  const [departmentId, setDepartmentId] = useState<number | null>(null);
  const { name } = request;
  const accept = () =>
    follow(decide.mutateAsync({ id: request.id, accept: true, departmentId }), {
      onSuccess: () => {
        void message.success(t("admin.requests.accepted", { name }));
        onClose();
      },
    });
  return (
    <Modal
      open
      title={t("admin.requests.acceptTitle", { name })}
      okText={t("admin.requests.acceptDo", { name })}
      cancelText={t("form.cancel")}
      confirmLoading={decide.isPending}
      onOk={accept}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item
          label={t("admin.requests.department")}
          htmlFor="accept-department"
          extra={t("admin.requests.departmentHelp")}
        >
          <DepartmentSelect id="accept-department" allowClear value={departmentId} onChange={setDepartmentId} />
        </Form.Item>
      </Form>
      <ProblemNote problem={decide.error} />
    </Modal>
  );
}

function RejectButton({ request }: { request: JoinRequest }) {
  const { t } = useText();
  const { modal, message } = App.useApp();
  const decide = useDecide();
  const { id, name } = request;
  const ask = () =>
    modal.confirm({
      title: t("admin.requests.rejectTitle", { name }),
      content: t("admin.requests.rejectText"),
      okText: t("admin.requests.rejectDo", { name }),
      okButtonProps: { danger: true },
      cancelText: t("form.cancel"),
      onOk: () =>
        decide.mutateAsync({ id, accept: false }).then(
          () => void message.success(t("admin.requests.rejected", { name })),
          (error) => void message.error(problemText(t, error)),
        ),
    });
  return (
    <Button size="small" onClick={ask}>
      {t("admin.requests.reject")}
    </Button>
  );
}
