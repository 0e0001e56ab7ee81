import { SearchOutlined } from "@ant-design/icons";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Input, Modal } from "antd";
import { type KeyboardEvent, type ReactNode, useDeferredValue, useId, useState } from "react";
import { useStartChat } from "@/api/start-chat";
import { titleOf } from "@/lib/conversation-title";
import { useText } from "@/lib/i18n";
import { Avatar, GroupAvatar } from "@/ui/avatar";
import { searchPeople } from "@/ui/pick-from-search";
import css from "./global-search.module.css";
import { useOrdered } from "./use-conversations";

export interface SearchFunction {
  name: string;
  icon: ReactNode;
  address: string;
}

interface Hit {
  key: string;
  group: "conversations" | "people" | "functions";
  icon: ReactNode;
  name: string;
  hint: string;
  open: () => void;
}

const MOST = 6;

interface Props {
  /** Where the shell can lead to. */
  functions: SearchFunction[];
  onClose: () => void;
}

/** People, conversations and functions from anywhere by Ctrl/⌘ K. */
export function GlobalSearch({ functions, onClose }: Props) {
  const { t } = useText();
  const id = useId();
  const router = useRouter();
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const q = useDeferredValue(query.trim());
  const go = (address: string) => {
    onClose();
    if (address.startsWith("/admin")) window.location.assign(address);
    else void router.navigate({ href: address });
  };
  const start = useStartChat(go);
  const ordered = useOrdered();
  const people = useQuery({
    queryKey: ["member-search", q],
    queryFn: ({ signal }) => searchPeople(q, signal),
    enabled: q !== "",
    placeholderData: keepPreviousData,
  });
  const matches = (text: string) => text.toLowerCase().includes(q.toLowerCase());
  const hits: Hit[] = [
    ...(q === "" ? [] : (people.data?.items ?? [])).slice(0, MOST).map(
      (card): Hit => ({
        key: `p${card.id}`,
        group: "people",
        icon: <Avatar person={card} size={32} />,
        name: card.alias ? `${card.name}（${card.alias}）` : card.name,
        hint: [card.departmentName, card.title].filter(Boolean).join(" · "),
        open: () => start.mutate(card.id),
      }),
    ),
    ...ordered
      .filter(({ info }) => matches(titleOf(info, t)))
      .slice(0, MOST)
      .map(
        ({ info }): Hit => ({
          key: `c${info.id}`,
          group: "conversations",
          icon: info.peer ? (
            <Avatar person={info.peer} size={32} />
          ) : (
            <GroupAvatar faces={info.faces ?? []} size={32} />
          ),
          name: titleOf(info, t),
          hint: info.kind === "GROUP" ? t("messaging.chat.members", { count: info.memberCount }) : "",
          open: () => go(`/messages/${info.id}`),
        }),
      ),
    ...functions
      .filter((each) => matches(each.name))
      .map(
        (each): Hit => ({
          key: each.address,
          group: "functions",
          icon: <span className={css.function}>{each.icon}</span>,
          name: each.name,
          hint: "",
          open: () => go(each.address),
        }),
      ),
  ];
  const at = Math.min(chosen, hits.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || hits.length === 0) return;
    if (event.key === "ArrowDown") setChosen((at + 1) % hits.length);
    else if (event.key === "ArrowUp") setChosen((at + hits.length - 1) % hits.length);
    else if (event.key === "Enter") hits[at]?.open();
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      open
      footer={null}
      closable={false}
      width={560}
      style={{ top: 80 }}
      title={<span className="visually-hidden">{t("messaging.search.title")}</span>}
      styles={{ header: { margin: 0 } }}
      onCancel={onClose}
    >
      <Input
        autoFocus
        size="large"
        variant="borderless"
        prefix={<SearchOutlined />}
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={id}
        aria-activedescendant={hits[at] ? `${id}-${hits[at].key}` : undefined}
        aria-label={t("messaging.search.title")}
        placeholder={t("messaging.search.placeholder")}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      {hits.length > 0 && (
        <div id={id} role="listbox" aria-label={t("messaging.search.title")} className={css.hits}>
          {hits.map((hit, index) => (
            <div key={hit.key} role="presentation">
              {hits[index - 1]?.group !== hit.group && (
                <p className={css.group} role="presentation">
                  {t(`messaging.search.${hit.group}`)}
                </p>
              )}
              <button
                id={`${id}-${hit.key}`}
                type="button"
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                className={css.hit}
                ref={(element) => {
                  if (index === at) element?.scrollIntoView({ block: "nearest" });
                }}
                onClick={hit.open}
              >
                {hit.icon}
                <span className={css.name}>{hit.name}</span>
                <span className={css.hint}>{hit.hint}</span>
              </button>
            </div>
          ))}
        </div>
      )}
      {hits.length === 0 && q !== "" && !people.isFetching && (
        <p className={css.nothing}>{t("messaging.search.nothing", { query: q })}</p>
      )}
      <p className={css.keys}>{t("messaging.search.hint")}</p>
    </Modal>
  );
}
