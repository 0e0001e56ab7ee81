import attach from "./en/attach.json";
import way from "./en/way.json";

/** Words of codes, cards and host sites: brought by their pages. */
export default { attach, way };
