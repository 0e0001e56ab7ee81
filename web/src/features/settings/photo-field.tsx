import { App, Button } from "antd";
import { useRef, useState } from "react";
import { useSession } from "@/api/session";
import type { StoredFile } from "@/api/types";
import { upload } from "@/api/upload";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { Avatar } from "@/ui/avatar";
import { CropDialog } from "./crop-dialog";
import css from "./settings-page.module.css";
import { useSaveProfile } from "./use-settings";

const MAX_BYTES = 20 * 1024 * 1024;
const TYPES = ["image/jpeg", "image/png", "image/webp"];

export function PhotoField() {
  const { t } = useText();
  const { message } = App.useApp();
  const { member } = useSession();
  const save = useSaveProfile();
  const input = useRef<HTMLInputElement>(null);
  const [image, setImage] = useState<HTMLImageElement | null>(null);
  const [busy, setBusy] = useState(false);

  const choose = async (file: File | undefined) => {
    if (!file) return;
    if (!TYPES.includes(file.type)) return void message.error(t("settings.profile.notImage"));
    if (file.size > MAX_BYTES) return void message.error(t("settings.profile.tooBig"));
    try {
      setImage(await open(file));
    } catch {
      void message.error(t("settings.profile.unreadable"));
    }
  };
  const done = () => {
    if (image) URL.revokeObjectURL(image.src);
    setImage(null);
  };
  const use = async (square: Blob) => {
    setBusy(true);
    try {
      const file = await upload<StoredFile>(
        "/api/files",
        new File([square], "avatar.jpg", { type: square.type }),
        () => {},
      ).done;
      await save.mutateAsync({ alias: member.alias ?? "", avatarFileId: file.id });
      done();
    } catch (error) {
      void message.error(problemText(t, error));
    } finally {
      setBusy(false);
    }
  };
  const remove = () => save.mutate({ alias: member.alias ?? "", avatarFileId: null });

  return (
    <div className={css.photo}>
      <Avatar person={member} size={80} />
      <div className={css.photoSide}>
        <div className={css.buttons}>
          <Button onClick={() => input.current?.click()}>
            {t(member.avatar ? "settings.profile.change" : "settings.profile.upload")}
          </Button>
          {member.avatar && (
            <Button type="text" loading={save.isPending} onClick={remove}>
              {t("settings.profile.remove")}
            </Button>
          )}
        </div>
        <span className={css.small}>{t("settings.profile.photoHelp")}</span>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept={TYPES.join(",")}
        aria-label={t("settings.profile.photo")}
        onChange={(event) => {
          void choose(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      {image && <CropDialog image={image} busy={busy} onUse={(square) => void use(square)} onCancel={done} />}
    </div>
  );
}

function open(file: File): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  return image.decode().then(() => image);
}
