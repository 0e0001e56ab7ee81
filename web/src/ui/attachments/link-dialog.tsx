import { Button, Form, Input, Modal } from "antd";
import { useRef, useState } from "react";
import type { StoredFile } from "@/api/types";
import { useText } from "@/lib/i18n";
import { useUploads } from "@/ui/forms/use-uploads";
import { ProblemNote } from "@/ui/problem-note";
import css from "./attachments.module.css";
import { type Item, isWebAddress, linkItem } from "./items";

const TITLE_MOST = 80;
const ABOUT_MOST = 200;
const URL_MOST = 500;

interface Props {
  onDone: (item: Item) => void;
  onClose: () => void;
}

interface Values {
  title: string;
  url: string;
  about?: string;
}

/** An address with a title, a few words and a picture, as customers see it in the chat. */
export function LinkDialog({ onDone, onClose }: Props) {
  const { t } = useText();
  const [form] = Form.useForm<Values>();
  const [picture, setPicture] = useState<{ file: StoredFile; src: string | null } | null>(null);
  const [sending, setSending] = useState(false);
  const submit = ({ title, url, about = "" }: Values) =>
    onDone(
      linkItem(
        { title: title.trim(), url: url.trim(), about: about.trim(), pictureId: picture?.file.id ?? null },
        picture?.src ?? null,
      ),
    );
  return (
    <Modal
      open
      title={t("attach.add.link")}
      okText={t("attach.take")}
      cancelText={t("form.cancel")}
      okButtonProps={{ disabled: sending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item
          name="url"
          label={t("attach.link.url")}
          rules={[
            {
              validator: async (_, url = "") => isWebAddress(url) || Promise.reject(new Error(t("attach.link.badUrl"))),
            },
          ]}
        >
          <Input maxLength={URL_MOST} placeholder="https://" autoFocus />
        </Form.Item>
        <Form.Item
          name="title"
          label={t("attach.link.title")}
          rules={[{ required: true, whitespace: true, message: t("attach.link.titleNeeded") }]}
        >
          <Input maxLength={TITLE_MOST} />
        </Form.Item>
        <Form.Item name="about" label={t("attach.link.about")}>
          <Input maxLength={ABOUT_MOST} />
        </Form.Item>
        <Form.Item label={t("attach.link.picture")}>
          <PictureField src={picture?.src ?? null} onPicture={setPicture} onSending={setSending} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

interface PictureProps {
  src: string | null;
  onPicture: (picture: { file: StoredFile; src: string | null }) => void;
  onSending: (sending: boolean) => void;
}

function PictureField({ src, onPicture, onSending }: PictureProps) {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const uploads = useUploads((file, next) => onPicture({ file, src: next }), onSending);
  const under = uploads.list[0];
  return (
    <div className={css.bar}>
      {src && <img className={css.picture} src={src} alt={t("attach.link.picture")} />}
      {under && !under.problem && <span role="status">{Math.round(under.part * 100)} %</span>}
      <Button disabled={under !== undefined && !under.problem} onClick={() => input.current?.click()}>
        {t(src ? "attach.link.otherPicture" : "attach.link.choosePicture")}
      </Button>
      {under?.problem ? <ProblemNote problem={under.problem} /> : null}
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        aria-label={t("attach.link.choosePicture")}
        className={css.hidden}
        onChange={({ target }) => {
          if (under) uploads.remove(under.key);
          uploads.start([...(target.files ?? [])].slice(0, 1));
          target.value = "";
        }}
      />
    </div>
  );
}
