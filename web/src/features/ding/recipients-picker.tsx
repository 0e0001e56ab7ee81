import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Checkbox, Input, Modal, Select, Tabs } from "antd";
import { useState } from "react";
import { departmentsQuery, directoryKey, endless } from "@/api/directory";
import type { Conversation } from "@/api/types";
import { useText } from "@/lib/i18n";
import { DepartmentsSelect } from "@/ui/department-select";
import { PeoplePicker } from "@/ui/people-picker";
import { ProblemNote } from "@/ui/problem-note";
import css from "./compose.module.css";
import { type Chosen, type Named, readPhones } from "./draft";

interface Props {
  chosen: Chosen;
  most: number;
  onDone: (chosen: Chosen) => void;
  onClose: () => void;
}

const rolesQuery = endless<Named>([...directoryKey, "roles"], "/api/roles", { limit: 200 });
const conversationsQuery = endless<Conversation>(["conversations", "picker"], "/api/conversations", { limit: 200 });

/** Colleagues, departments, roles, a conversation, and numbers of people without an account. */
export function RecipientsPicker({ chosen, most, onDone, onClose }: Props) {
  const { t } = useText();
  const [draft, setDraft] = useState(chosen);
  const [phones, setPhones] = useState(() => chosen.phones.map((each) => `${each.phone} ${each.name}`).join("\n"));
  const change = (changes: Partial<Chosen>) => setDraft({ ...draft, ...changes });
  const tabs = {
    people: <PeoplePicker chosen={draft.people} onChange={(people) => change({ people })} most={most} autoFocus />,
    departments: <Departments value={draft.departments} onChange={(departments) => change({ departments })} />,
    roles: <RolesField value={draft.roles} onChange={(roles) => change({ roles })} />,
    conversation: (
      <ConversationField value={draft.conversation} onChange={(conversation) => change({ conversation })} />
    ),
    phones: <PhonesField text={phones} onChange={setPhones} />,
  };
  return (
    <Modal
      open
      width={680}
      title={t("ding.picker.title")}
      okText={t("ding.picker.done")}
      cancelText={t("ding.picker.cancel")}
      onOk={() => onDone({ ...draft, phones: readPhones(phones).phones })}
      onCancel={onClose}
    >
      <Tabs
        items={(["people", "departments", "roles", "conversation", "phones"] as const).map((key) => ({
          key,
          label: t(`ding.picker.tabs.${key}`),
          children: <div className={css.tab}>{tabs[key]}</div>,
        }))}
      />
    </Modal>
  );
}

interface ListProps {
  value: Named[];
  onChange: (value: Named[]) => void;
}

function Departments({ value, onChange }: ListProps) {
  const { t } = useText();
  const { data = [] } = useQuery(departmentsQuery);
  const choose = (ids: number[]) =>
    onChange(
      ids.map((id) => ({
        id,
        name: (data.find((each) => each.id === id) ?? value.find((each) => each.id === id))?.name ?? "",
      })),
    );
  return (
    <>
      <p className={css.help}>{t("ding.picker.departments")}</p>
      <DepartmentsSelect
        aria-label={t("ding.picker.departments")}
        value={value.map((department) => department.id)}
        onChange={choose}
      />
    </>
  );
}

function RolesField({ value, onChange }: ListProps) {
  const { t } = useText();
  const pages = useInfiniteQuery(rolesQuery);
  const roles = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const ids = new Set(value.map((role) => role.id));
  return (
    <>
      <ProblemNote problem={pages.error} />
      <p className={css.help}>
        {pages.isSuccess && roles.length === 0 ? t("ding.picker.noRoles") : t("ding.picker.roles")}
      </p>
      <ul className={css.choices}>
        {roles.map((role) => (
          <li key={role.id}>
            <Checkbox
              checked={ids.has(role.id)}
              onChange={(event) =>
                onChange(
                  event.target.checked
                    ? [...value, { id: role.id, name: role.name }]
                    : value.filter((each) => each.id !== role.id),
                )
              }
            >
              {role.name}
            </Checkbox>
          </li>
        ))}
      </ul>
    </>
  );
}

interface ConversationProps {
  value: Named | null;
  onChange: (value: Named | null) => void;
}

function ConversationField({ value, onChange }: ConversationProps) {
  const { t } = useText();
  const pages = useInfiniteQuery(conversationsQuery);
  const conversations = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const nameOf = (each: Conversation) => each.title || each.peer?.name || t("ding.compose.group");
  const options = conversations.map((each) => ({ value: each.id, label: nameOf(each) }));
  if (value && !options.some((each) => each.value === value.id))
    options.unshift({ value: value.id, label: value.name });
  return (
    <>
      <ProblemNote problem={pages.error} />
      <p className={css.help}>{t("ding.picker.conversation")}</p>
      <Select
        className={css.wide}
        aria-label={t("ding.picker.conversation")}
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        placeholder={t("ding.picker.noConversation")}
        loading={pages.isPending}
        value={value?.id}
        options={options}
        onChange={(id) => {
          const found = options.find((each) => each.value === id);
          onChange(found ? { id: found.value, name: found.label } : null);
        }}
      />
    </>
  );
}

function PhonesField({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { t } = useText();
  const read = readPhones(text);
  return (
    <>
      <p className={css.help}>{t("ding.picker.phones")}</p>
      <Input.TextArea
        rows={8}
        value={text}
        maxLength={16_000}
        aria-label={t("ding.picker.phones")}
        placeholder={t("ding.picker.phonesExample")}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className={css.help} aria-live="polite">
        {t("ding.picker.read", { count: read.phones.length })}
      </p>
      {read.unclear.length > 0 && (
        <p className={css.flaw}>
          {t("ding.picker.unclear", { lines: read.unclear.slice(0, 5).join(t("ding.comma")) })}
        </p>
      )}
    </>
  );
}
