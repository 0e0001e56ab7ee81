/** A struck-through bell, small and grey: this conversation makes no noise. */
export function BellOff({ label }: { label: string }) {
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 24 24"
      role="img"
      aria-label={label}
      style={{ flex: "none", opacity: 0.75 }}
    >
      <title>{label}</title>
      <g fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
        <path d="M6 9a6 6 0 0 1 12 0c0 5 2 6.5 2 6.5H4S6 14 6 9Z" />
        <path d="M10 19.5a2.2 2.2 0 0 0 4 0M3.5 3.5l17 17" />
      </g>
    </svg>
  );
}
