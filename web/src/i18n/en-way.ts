import way from "./en/way.json";

/** Words of codes, cards and host sites: brought by their pages. */
export default { way };
