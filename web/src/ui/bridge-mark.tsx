/** The bridge: our sign, drawn with the current colour. */
export function BridgeMark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 512 512" aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeLinecap="round">
        <path d="M56 316h400" strokeWidth="34" />
        <path d="M56 310C146 310 160 156 256 156s110 154 200 154" strokeWidth="30" />
        <path d="M180 316v-96M256 316V164M332 316v-96" strokeWidth="22" />
        <path d="M88 386c28-22 56-22 84 0s56 22 84 0 56-22 84 0 56 22 84 0" strokeWidth="24" opacity=".55" />
      </g>
    </svg>
  );
}
