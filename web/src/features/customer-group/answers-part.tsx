import { DeleteOutlined, EditOutlined, PlusOutlined } from "@ant-design/icons";
import { App, Button, Input } from "antd";
import { useId, useState } from "react";
import type { CustomerGroup, GroupReply } from "@/api/customer-group-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { AttachmentRows } from "@/ui/attachments/attachment-rows";
import { AttachmentsField } from "@/ui/attachments/attachments-field";
import { bodiesOf, type Item, itemsOf } from "@/ui/attachments/items";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import css from "./group.module.css";
import { ReplyDialog } from "./reply-dialog";
import { useSaveSettings } from "./use-groups";

const WELCOME_MOST = 1_000;
const REPLIES_MOST = 50;

/** What the group says by itself: to newcomers, and to certain words. */
export function AnswersPart({ group }: { group: CustomerGroup }) {
  return (
    <div className={css.rows}>
      <Welcome key={JSON.stringify(group.welcome)} group={group} />
      <Replies key={JSON.stringify(group.replies)} group={group} />
    </div>
  );
}

function Welcome({ group }: { group: CustomerGroup }) {
  const { t } = useText();
  const { message } = App.useApp();
  const id = useId();
  const [text, setText] = useState(group.welcome?.text ?? "");
  const [items, setItems] = useState(() => itemsOf(group.welcome?.attachments ?? [], group.attached));
  const [sending, setSending] = useState(false);
  const save = useSaveSettings(group);
  const { mayManage } = group;
  const submit = () => {
    const attachments = bodiesOf(items);
    const empty = text.trim() === "" && attachments.length === 0;
    const welcome = empty ? null : { text: text.trim(), attachments };
    follow(save.mutateAsync({ welcome }), { onSuccess: () => void message.success(t("customerGroup.saved")) });
  };
  return (
    <section className={css.card} aria-label={t("customerGroup.welcome.title")}>
      <div className={css.field}>
        <label htmlFor={id}>{t("customerGroup.welcome.title")}</label>
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 3, maxRows: 10 }}
          maxLength={WELCOME_MOST}
          disabled={!mayManage}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <span className={css.small}>{t("customerGroup.welcome.help", { mark: "{nickname}" })}</span>
      </div>
      <AttachmentsField items={items} disabled={!mayManage} onChange={setItems} onSending={setSending} />
      <ProblemNote problem={save.error} />
      {mayManage && (
        <Button className={css.span} disabled={sending} loading={save.isPending} onClick={submit}>
          {t("customerGroup.save")}
        </Button>
      )}
    </section>
  );
}

function Replies({ group }: { group: CustomerGroup }) {
  const { t } = useText();
  const [edited, setEdited] = useState<number | "new" | null>(null);
  const save = useSaveSettings(group);
  const { replies, mayManage } = group;
  const remove = (at: number) => follow(save.mutateAsync({ replies: replies.filter((_, index) => index !== at) }), {});
  return (
    <section className={css.card} aria-label={t("customerGroup.replies.title")}>
      <div className={css.head}>
        <h2 className={css.partTitle}>{t("customerGroup.replies.title")}</h2>
        {mayManage && (
          <Button icon={<PlusOutlined />} disabled={replies.length >= REPLIES_MOST} onClick={() => setEdited("new")}>
            {t("customerGroup.replies.new")}
          </Button>
        )}
      </div>
      <p className={css.small}>{t("customerGroup.replies.lead")}</p>
      <ul className={css.rows}>
        {replies.map((reply, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: replies have no other name than their place
          <li key={index} className={css.line}>
            <Reply reply={reply} items={itemsOf(reply.attachments, group.replyAttached[index] ?? [])} />
            {mayManage && (
              <>
                <IconButton
                  size="small"
                  icon={<EditOutlined />}
                  label={t("customerGroup.replies.edit", { word: reply.words[0] })}
                  onClick={() => setEdited(index)}
                />
                <IconButton
                  size="small"
                  icon={<DeleteOutlined />}
                  label={t("customerGroup.replies.remove", { word: reply.words[0] })}
                  onClick={() => remove(index)}
                />
              </>
            )}
          </li>
        ))}
        {replies.length === 0 && <li className={css.small}>{t("customerGroup.replies.empty")}</li>}
      </ul>
      <ProblemNote problem={save.error} />
      {edited !== null && (
        <ReplyDialog group={group} at={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
    </section>
  );
}

function Reply({ reply: { match, words, text }, items }: { reply: GroupReply; items: Item[] }) {
  const { t } = useText();
  return (
    <div className={css.words}>
      <span className={css.name}>
        {t(`customerGroup.replies.when.${match}`, { words: words.join(t("customerGroup.comma")) })}
      </span>
      <span className={css.text}>{text}</span>
      <AttachmentRows items={items} />
    </div>
  );
}
