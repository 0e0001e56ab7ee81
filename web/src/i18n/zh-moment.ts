import moment from "./zh/moment.json";

/** Words of moments: brought by their page. */
export default { moment };
