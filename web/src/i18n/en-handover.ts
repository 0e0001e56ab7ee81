import handover from "./en/handover.json";

/** Words of hand-overs: brought by their page and dialog. */
export default { handover };
