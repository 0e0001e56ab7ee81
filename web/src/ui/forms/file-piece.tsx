import { CloseOutlined } from "@ant-design/icons";
import { useMutation, useQuery } from "@tanstack/react-query";
import { api } from "@/api/http";
import type { StoredFile } from "@/api/types";
import { useText } from "@/lib/i18n";
import { fileSize } from "@/lib/sizes";
import { FileIcon } from "@/ui/file-icon";
import { useSurroundings } from "./form-context";
import css from "./forms.module.css";
import { useFreshFiles } from "./fresh-files";

const ADDRESS_FRESH_MS = 5 * 60_000;

/** One's own file of a draft can be asked for by its id; files of a sent form come with the form. */
function useFile(id: number): StoredFile | undefined {
  const { files } = useSurroundings();
  const fresh = useFreshFiles((store) => store.files[id]?.file);
  const known = fresh ?? files?.known.find((each) => each.id === id);
  const asked = useQuery({
    queryKey: ["file", id],
    queryFn: () => api.get<StoredFile>(`/api/files/${id}`),
    enabled: known === undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return known ?? asked.data;
}

function usePicture(id: number, wanted: boolean): string | undefined {
  const { files } = useSurroundings();
  const fresh = useFreshFiles((store) => store.files[id]?.picture);
  const asked = useQuery({
    queryKey: ["file", id, "thumbnail"],
    queryFn: () => files?.address(id, true) ?? Promise.reject(new Error("no way to files")),
    enabled: wanted && !fresh && files !== null,
    staleTime: ADDRESS_FRESH_MS,
    retry: false,
  });
  return fresh ?? asked.data;
}

interface Props {
  id: number;
  photo: boolean;
  onRemove?: () => void;
}

/** A file of a form: a picture or its name; opens where the surroundings know a way to it. */
export function FilePiece({ id, photo, onRemove }: Props) {
  const { t } = useText();
  const { files } = useSurroundings();
  const file = useFile(id);
  const picture = usePicture(id, photo && (file?.thumbnail ?? true));
  const name = file?.name ?? t("forms.files.unnamed");
  const open = useMutation({
    mutationFn: () => files?.address(id, false) ?? Promise.reject(new Error("no way to files")),
    onSuccess: (address) => window.open(address, "_blank", "noopener"),
  });
  const inside =
    photo && picture ? (
      <img className={css.picture} src={picture} alt={name} />
    ) : (
      <>
        <FileIcon name={name} size={24} />
        <span className={css.fileName}>{name}</span>
        {file && <span className={css.quiet}>{fileSize(file.size)}</span>}
      </>
    );
  return (
    <span className={photo && picture ? css.photo : css.file}>
      {files ? (
        <button
          type="button"
          className={css.fileOpen}
          aria-label={t("forms.files.open", { name })}
          disabled={open.isPending}
          onClick={() => open.mutate()}
        >
          {inside}
        </button>
      ) : (
        inside
      )}
      {onRemove && (
        <button
          type="button"
          className={photo && picture ? css.photoRemove : css.chipRemove}
          aria-label={t("forms.files.remove", { name })}
          onClick={onRemove}
        >
          <CloseOutlined />
        </button>
      )}
    </span>
  );
}
