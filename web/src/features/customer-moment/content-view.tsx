import { PlayCircleOutlined } from "@ant-design/icons";
import { Modal } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import type { MomentChoice, MomentContent } from "@/api/moment-types";
import type { StoredFile } from "@/api/types";
import { inlineUrl } from "@/lib/file-addresses";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { ProblemNote } from "@/ui/problem-note";
import css from "./moment.module.css";

interface Props {
  moment: number;
  content: MomentContent;
}

/** What customers see: the text, then pictures, a video or a link. */
export function ContentView({ moment, content }: Props) {
  const [shown, setShown] = useState<{ file: StoredFile; url: string } | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const look = (file: StoredFile) =>
    follow(api.post<{ url: string }>(`/api/moments/${moment}/files/${file.id}`, {}), {
      onSuccess: ({ url }) => setShown({ file, url: inlineUrl(url) }),
      onError: setProblem,
    });
  return (
    <>
      {content.text && <p className={css.text}>{content.text}</p>}
      {content.files.length > 0 && (
        <ul className={css.pictures} data-count={content.files.length}>
          {content.files.map((file) => (
            <li key={file.id}>
              <FileButton moment={moment} file={file} video={content.video} onOpen={() => look(file)} />
            </li>
          ))}
        </ul>
      )}
      {content.link && (
        <a className={css.link} href={content.link.url} target="_blank" rel="noopener noreferrer nofollow">
          <span className={css.name}>{content.link.title}</span>
          <span className={css.small}>{hostOf(content.link.url)}</span>
        </a>
      )}
      <ProblemNote problem={problem} />
      {shown && (
        <Modal open footer={null} width={960} title={shown.file.name} onCancel={() => setShown(null)}>
          {content.video ? (
            // biome-ignore lint/a11y/useMediaCaption: what employees film has no captions
            <video className={css.full} controls autoPlay src={shown.url} />
          ) : (
            <img className={css.full} src={shown.url} alt={shown.file.name} />
          )}
        </Modal>
      )}
    </>
  );
}

interface FileProps {
  moment: number;
  file: StoredFile;
  video: boolean;
  onOpen: () => void;
}

function FileButton({ moment, file, video, onOpen }: FileProps) {
  const { t } = useText();
  return (
    <button type="button" className={css.picture} aria-label={t("moment.open", { name: file.name })} onClick={onOpen}>
      {video || !file.thumbnail ? (
        <PlayCircleOutlined style={{ fontSize: 32 }} />
      ) : (
        <img src={`/api/moments/${moment}/files/${file.id}/thumbnail`} alt="" loading="lazy" />
      )}
    </button>
  );
}

export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

/** For which customers. */
export function ChoiceLine({ choice }: { choice: MomentChoice }) {
  const { t } = useText();
  const names = choice.tags.map(({ name }) => name ?? t("moment.hiddenTag"));
  const text =
    names.length === 0
      ? t("moment.forAll")
      : t(choice.all ? "moment.forAllTags" : "moment.forAnyTag", { tags: names.join(t("moment.comma")) });
  return <p className={css.small}>{text}</p>;
}
