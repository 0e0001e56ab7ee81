import css from "./bridge-picture.module.css";

/** The bridge of the brand: an arch over water at dawn. Drawn here so that nothing has to be loaded. */
export function BridgePicture() {
  return (
    <svg className={css.picture} viewBox="0 0 640 400" role="presentation" aria-hidden="true" focusable="false">
      <defs>
        <linearGradient id="bridge-sky" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" className={css.skyTop} />
          <stop offset="1" className={css.skyLow} />
        </linearGradient>
        <linearGradient id="bridge-water" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" className={css.waterTop} />
          <stop offset="1" className={css.waterLow} />
        </linearGradient>
        <clipPath id="bridge-frame">
          <rect width="640" height="400" rx="20" />
        </clipPath>
      </defs>
      <g clipPath="url(#bridge-frame)">
        <rect width="640" height="400" fill="url(#bridge-sky)" />
        <circle className={css.sun} cx="468" cy="120" r="44" />
        <path className={css.hillFar} d="M0 262 C90 196 150 190 236 232 S400 200 474 216 S590 186 640 214 V300 H0Z" />
        <path className={css.hillNear} d="M0 280 C70 244 128 250 190 270 S330 280 400 264 S560 232 640 262 V310 H0Z" />
        <rect y="278" width="640" height="122" fill="url(#bridge-water)" />
        <Arch />
        <Reflection />
      </g>
    </svg>
  );
}

function Arch() {
  return (
    <g className={css.bridge}>
      <path d="M40 262 C150 262 190 158 320 158 S490 262 600 262 V282 H546 C546 282 500 282 486 282 A166 108 0 0 0 154 282 H40Z" />
      <path className={css.rail} d="M40 250 C150 250 190 146 320 146 S490 250 600 250" />
      {POSTS.map(([x, y]) => (
        <rect key={x} x={x - 1.5} y={y - 13} width="3" height="16" rx="1.5" />
      ))}
    </g>
  );
}

/** Where the posts of the railing stand on the deck. */
const POSTS: [number, number][] = [
  [80, 257],
  [128, 238],
  [172, 210],
  [212, 186],
  [248, 170],
  [284, 161],
  [320, 158],
  [356, 161],
  [392, 170],
  [428, 186],
  [468, 210],
  [512, 238],
  [560, 257],
];

function Reflection() {
  return (
    <g>
      <path className={css.mirror} d="M154 284 A166 92 0 0 0 486 284 H458 A138 70 0 0 1 182 284Z" />
      <path className={css.wave} d="M60 318 h96 M196 336 h150 M402 322 h120 M110 362 h110 M300 372 h160 M508 352 h76" />
      <path
        className={css.boat}
        d="M274 314 h56 c-4 10 -12 14 -20 14 h-18 c-8 0 -14 -4 -18 -14Z M300 312 v-20 l18 16Z"
      />
    </g>
  );
}
