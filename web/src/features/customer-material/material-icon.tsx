import { FileOutlined, FileTextOutlined, LinkOutlined, MessageOutlined, PictureOutlined } from "@ant-design/icons";
import type { Material, MaterialKind } from "@/api/material-types";
import css from "./material.module.css";

const ICONS: Record<MaterialKind, typeof FileOutlined> = {
  TEXT: MessageOutlined,
  PICTURE: PictureOutlined,
  FILE: FileOutlined,
  LINK: LinkOutlined,
  ARTICLE: FileTextOutlined,
};

/** Its picture or cover, or what sort of thing it is. */
export function MaterialIcon({ material }: { material: Material }) {
  if (material.file?.thumbnail) {
    return <img className={css.picture} src={pictureOf(material)} alt="" width={48} height={48} loading="lazy" />;
  }
  const Icon = ICONS[material.kind];
  return (
    <span className={css.picture} style={{ width: 48, height: 48 }} aria-hidden="true">
      <Icon />
    </span>
  );
}

/** Changes with the file, so that no old one is shown. */
export const pictureOf = (material: Material) => `/api/materials/${material.id}/picture?v=${material.file?.id}`;
