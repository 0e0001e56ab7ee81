import attach from "./zh/attach.json";
import way from "./zh/way.json";

/** Words of codes, cards and host sites: brought by their pages. */
export default { attach, way };
