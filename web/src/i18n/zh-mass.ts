import mass from "./zh/mass.json";

/** Words of mass messages to customers. */
export default { mass };
