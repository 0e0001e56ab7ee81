import moment from "./en/moment.json";

/** Words of moments: brought by their page. */
export default { moment };
