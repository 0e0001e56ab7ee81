/** Cutting a square out of a photo: which part of the image the person sees in the round window. */

export interface Size {
  width: number;
  height: number;
}

export interface View {
  /** 1 = the shorter side fills the window. */
  zoom: number;
  /** The image's centre relative to the window's centre, in window pixels. */
  x: number;
  y: number;
}

export const ZOOM_MAX = 4;

export function scaleOf(image: Size, window: number, zoom: number): number {
  return (window / Math.min(image.width, image.height)) * zoom;
}

/** Keeps the window covered: the image can never be dragged so far that a gap shows. */
export function clampView(image: Size, window: number, view: View): View {
  const zoom = Math.min(ZOOM_MAX, Math.max(1, view.zoom));
  const scale = scaleOf(image, window, zoom);
  const roomX = Math.max(0, (image.width * scale - window) / 2);
  const roomY = Math.max(0, (image.height * scale - window) / 2);
  return { zoom, x: clamp(view.x, roomX), y: clamp(view.y, roomY) };
}

/** The square of the original image, in its own pixels. */
export function sourceSquare(image: Size, window: number, view: View): { left: number; top: number; side: number } {
  const kept = clampView(image, window, view);
  const scale = scaleOf(image, window, kept.zoom);
  const side = window / scale;
  return {
    left: image.width / 2 - kept.x / scale - side / 2,
    top: image.height / 2 - kept.y / scale - side / 2,
    side,
  };
}

function clamp(value: number, room: number): number {
  return Math.min(room, Math.max(-room, value));
}
