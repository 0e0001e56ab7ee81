import { ContactsOutlined, MessageOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";

export interface Place {
  to: string;
  /** Key below `shell.places`. */
  name: "messages" | "contacts";
  icon: ReactNode;
}

/** What the rail and the bottom tabs lead to, in order. */
export const PLACES: Place[] = [
  { to: "/messages", name: "messages", icon: <MessageOutlined /> },
  { to: "/contacts", name: "contacts", icon: <ContactsOutlined /> },
];
