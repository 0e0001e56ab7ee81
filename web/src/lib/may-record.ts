/** Whether this browser can record a microphone at all; apart from the recorder, which only few fetch. */
export const mayRecord = () =>
  typeof MediaRecorder !== "undefined" && typeof navigator.mediaDevices?.getUserMedia === "function";
