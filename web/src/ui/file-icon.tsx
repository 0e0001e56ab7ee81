import css from "./file-icon.module.css";

const KINDS: [RegExp, string, string][] = [
  [/\.(docx?|odt|rtf|pages)$/i, "W", "#2F6FC4"],
  [/\.(xlsx?|csv|ods|numbers)$/i, "X", "#2B8A4B"],
  [/\.(pptx?|odp|key)$/i, "P", "#C55A33"],
  [/\.pdf$/i, "PDF", "#C2373D"],
  [/\.(zip|rar|7z|tar|gz|tgz)$/i, "ZIP", "#8A6D2F"],
  [/\.(png|jpe?g|gif|webp|bmp|svg|heic)$/i, "IMG", "#2F807C"],
  [/\.(mp4|mov|avi|mkv|webm)$/i, "VID", "#6B5BA8"],
  [/\.(mp3|wav|m4a|ogg|flac)$/i, "AUD", "#9C5A83"],
  [/\.(txt|md|log|json|xml|ya?ml)$/i, "TXT", "#5C6B73"],
];

/** A sheet in the colour that people know for this kind of file. */
export function FileIcon({ name, size = 40 }: { name: string; size?: number }) {
  const kind = KINDS.find(([pattern]) => pattern.test(name));
  const [, label, colour] = kind ?? [null, "···", "#7A878E"];
  return (
    <span
      className={css.icon}
      aria-hidden="true"
      style={{
        width: size * 0.85,
        height: size,
        background: colour,
        fontSize: size * (label.length > 1 ? 0.27 : 0.44),
      }}
    >
      {label}
    </span>
  );
}
