import { DatePicker, Input, Modal, Radio } from "antd";
import type { Dayjs } from "dayjs";
import { useState } from "react";
import type { MomentAudience, MomentKind, MomentLink } from "@/api/moment-types";
import type { StoredFile } from "@/api/types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { randomKey } from "@/lib/keys";
import { ProblemNote } from "@/ui/problem-note";
import { AudienceFields } from "./audience-fields";
import css from "./moment.module.css";
import { PicturesField } from "./pictures-field";
import { ReachNote } from "./reach-note";
import { useCreate } from "./use-moments";

const MOST_TEXT = 2_000;

interface Props {
  kind: MomentKind;
  onDone: () => void;
  onClose: () => void;
}

/** Writes a moment: what is shown, to whom, by whom and when. */
export function ComposeDialog({ kind, onDone, onClose }: Props) {
  const { t } = useText();
  const create = useCreate();
  const [key] = useState(randomKey);
  const [text, setText] = useState("");
  const [files, setFiles] = useState<StoredFile[]>([]);
  const [sending, setSending] = useState(false);
  const [link, setLink] = useState<MomentLink | null>(null);
  const [audience, setAudience] = useState<MomentAudience>({
    kind,
    choice: { all: false, tags: [] },
    senders: kind === "COMPANY" ? { everyone: true, departments: [], roles: [], members: [] } : null,
  });
  const [later, setLater] = useState(false);
  const [at, setAt] = useState<Dayjs | null>(null);
  const empty = text.trim() === "" && files.length === 0 && link === null;
  const undated = later && at === null;
  const publish = () =>
    follow(
      create.mutateAsync({
        ...audience,
        text,
        files: files.map((file) => file.id),
        link,
        publishAt: later ? (at?.toISOString() ?? null) : null,
        key,
      }),
      { onSuccess: onDone },
    );
  return (
    <Modal
      open
      width={640}
      title={t(kind === "COMPANY" ? "moment.write.company" : "moment.write.personal")}
      okText={t(later ? "moment.write.plan" : kind === "COMPANY" ? "moment.write.give" : "moment.write.publish")}
      cancelText={t("form.cancel")}
      okButtonProps={{ disabled: empty || sending || undated, loading: create.isPending }}
      keyboard={empty}
      onOk={publish}
      onCancel={onClose}
    >
      <div className={css.form}>
        <Input.TextArea
          autoFocus
          showCount
          autoSize={{ minRows: 3, maxRows: 10 }}
          maxLength={MOST_TEXT}
          aria-label={t("moment.write.text")}
          placeholder={t("moment.write.text")}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {link === null && <PicturesField files={files} onChange={setFiles} onSending={setSending} />}
        {files.length === 0 && <LinkField link={link} onChange={setLink} />}
        <AudienceFields value={audience} onChange={setAudience} />
        <ReachNote audience={audience} />
        <WhenField later={later} at={at} onLater={setLater} onAt={setAt} />
        <ProblemNote problem={create.error} />
      </div>
    </Modal>
  );
}

function LinkField({ link, onChange }: { link: MomentLink | null; onChange: (link: MomentLink | null) => void }) {
  const { t } = useText();
  const { url = "", title = "" } = link ?? {};
  const set = (next: MomentLink) => onChange(next.url === "" && next.title === "" ? null : next);
  return (
    <div className={css.pair}>
      <Input
        maxLength={2_000}
        aria-label={t("moment.write.url")}
        placeholder={t("moment.write.url")}
        value={url}
        onChange={(event) => set({ title, url: event.target.value.trim() })}
      />
      <Input
        maxLength={60}
        aria-label={t("moment.write.linkTitle")}
        placeholder={t("moment.write.linkTitle")}
        value={title}
        onChange={(event) => set({ url, title: event.target.value })}
      />
    </div>
  );
}

interface WhenProps {
  later: boolean;
  at: Dayjs | null;
  onLater: (later: boolean) => void;
  onAt: (at: Dayjs | null) => void;
}

/** At once, or at a time that has to be chosen then. */
function WhenField({ later, at, onLater, onAt }: WhenProps) {
  const { t } = useText();
  return (
    <div className={css.inline}>
      <Radio.Group
        aria-label={t("moment.write.when")}
        value={later}
        onChange={({ target }) => onLater(target.value === true)}
        options={[
          { value: false, label: t("moment.write.now") },
          { value: true, label: t("moment.write.later") },
        ]}
      />
      {later && (
        <DatePicker
          showTime={{ format: "HH:mm" }}
          format="YYYY-MM-DD HH:mm"
          aria-label={t("moment.write.when")}
          value={at}
          onChange={onAt}
        />
      )}
    </div>
  );
}
