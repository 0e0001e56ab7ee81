import { useEffect, useRef, useState } from "react";
import { wav } from "./wav";

const RATE = 16_000;
const MOST_MS = 3 * 60_000;

type State = { name: "idle" } | { name: "recording"; since: number } | { name: "failed" };

/** Records the microphone, for three minutes unless said otherwise, and hands over a WAV whatever the browser records in. */
export function useRecorder(onDone: (file: File) => void, mostMs = MOST_MS) {
  const [state, setState] = useState<State>({ name: "idle" });
  const recorder = useRef<MediaRecorder | null>(null);
  /** The one wish to record that counts: a new number with each start, and when the page is left. */
  const wish = useRef(0);
  useEffect(
    () => () => {
      wish.current++;
      release(recorder.current);
    },
    [],
  );

  const start = async () => {
    const mine = ++wish.current;
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      if (mine !== wish.current) {
        letGo(stream); // he has gone away, or asked again, before he allowed it
        return;
      }
      const held = new MediaRecorder(stream);
      const pieces: Blob[] = [];
      recorder.current = held;
      held.ondataavailable = (event) => pieces.push(event.data);
      held.onstop = async () => {
        letGo(stream);
        if (recorder.current !== held) return;
        recorder.current = null;
        try {
          const file = await toWav(new Blob(pieces));
          if (mine !== wish.current) return;
          onDone(file);
          setState({ name: "idle" });
        } catch {
          setState({ name: "failed" });
        }
      };
      held.start();
      setState({ name: "recording", since: Date.now() });
      setTimeout(() => held.state === "recording" && held.stop(), mostMs);
    } catch {
      setState({ name: "failed" });
    }
  };
  return { state, start: () => void start(), stop: () => recorder.current?.stop() };
}

/** The page was left: nothing is kept and the microphone is let go. */
function release(recorder: MediaRecorder | null) {
  if (!recorder) return;
  recorder.onstop = null;
  if (recorder.state !== "inactive") recorder.stop();
  letGo(recorder.stream);
}

function letGo(stream: MediaStream) {
  for (const track of stream.getTracks()) track.stop();
}

async function toWav(recorded: Blob): Promise<File> {
  const context = new AudioContext();
  try {
    const sound = await context.decodeAudioData(await recorded.arrayBuffer());
    const offline = new OfflineAudioContext(1, Math.ceil(sound.duration * RATE), RATE);
    const source = offline.createBufferSource();
    source.buffer = sound;
    source.connect(offline.destination);
    source.start();
    const mono = await offline.startRendering();
    return new File([wav(mono.getChannelData(0), RATE)], "recording.wav", { type: "audio/wav" });
  } finally {
    void context.close();
  }
}
