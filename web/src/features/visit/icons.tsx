/** The few signs of this page, drawn with the current colour; the words stand beside them or in the label. */
const PATHS = {
  back: "M15 5l-7 7 7 7",
  close: "M6 6l12 12M18 6L6 18",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  send: "M4 12l16-8-6 17-3-7z",
  picture: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.5h.01",
  file: "M19 11l-7.5 7.5a4.5 4.5 0 01-6.4-6.4L13 4.2a3 3 0 014.3 4.3l-7.7 7.6a1.5 1.5 0 01-2.2-2.1L14 7.5",
  voice: "M12 3a3 3 0 013 3v5a3 3 0 01-6 0V6a3 3 0 013-3zM6 11a6 6 0 0012 0M12 17v4",
  verified: "M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6zM9 12l2.2 2.2L15.5 10",
  down: "M12 5v13M6 12l6 6 6-6",
  moments: "M12 4a8 8 0 110 16 8 8 0 010-16zM12 4v8l6 5M12 12H4M12 12l6-5",
  document: "M7 3h7l5 5v13H7zM14 3v5h5",
  alarm: "M12 8v5M12 16.5h.01M12 3l9.5 17h-19z",
  clock: "M12 4a8 8 0 110 16 8 8 0 010-16zM12 8v4l3 2",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 22 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "more" ? 3 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
