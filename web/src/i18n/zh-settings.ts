import settings from "./zh/settings.json";

/** Words of one's own settings: brought by their pages. */
export default { settings };
