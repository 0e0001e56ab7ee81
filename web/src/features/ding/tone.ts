const PATTERN_MS = 2_400;
/** Rings for so long; the alert itself stays. */
const RING_MS = 90_000;
const NOTES = [
  { at: 0, hertz: 880 },
  { at: 0.22, hertz: 1175 },
  { at: 0.55, hertz: 880 },
  { at: 0.77, hertz: 1175 },
];

let context: AudioContext | null = null;

function audio(): AudioContext | null {
  if (typeof AudioContext === "undefined") return null;
  context ??= new AudioContext();
  return context;
}

/** Whether the browser lets this page be heard; it does once somebody has clicked or typed here. */
export function isAudible(): boolean {
  return audio()?.state === "running";
}

/** Asks the browser to let the page be heard; works only inside a click or a key press. */
export async function makeAudible(): Promise<boolean> {
  const held = audio();
  if (!held) return false;
  await held.resume().catch(() => undefined);
  return held.state === "running";
}

function play() {
  const held = audio();
  if (held?.state !== "running") return;
  for (const { at, hertz } of NOTES) {
    const start = held.currentTime + at;
    const tone = held.createOscillator();
    const volume = held.createGain();
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0.0001, start);
    volume.gain.exponentialRampToValueAtTime(0.25, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.2);
    tone.connect(volume).connect(held.destination);
    tone.start(start);
    tone.stop(start + 0.22);
  }
}

/** Rings, and shakes a phone, until the returned function is called or a while has passed. Of several windows only one is heard. */
export function ring(): () => void {
  let ended = false;
  let release: () => void = () => {};
  let timer: ReturnType<typeof setInterval> | undefined;
  const until = Date.now() + RING_MS;
  const once = () => {
    if (Date.now() > until) {
      stop();
      return;
    }
    play();
    navigator.vibrate?.([200, 100, 200]);
  };
  const begin = () => {
    if (ended) return undefined;
    once();
    timer = setInterval(once, PATTERN_MS);
    return new Promise<void>((resolve) => {
      release = resolve;
    });
  };
  const stop = () => {
    ended = true;
    clearInterval(timer);
    release();
  };
  if (navigator.locks) void navigator.locks.request("qiao.ding.ring", begin);
  else void begin();
  return stop;
}
