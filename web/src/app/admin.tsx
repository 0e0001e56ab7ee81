import { RouterProvider } from "@tanstack/react-router";
import { adminRouter } from "./admin-router";
import { start } from "./start";

void start(<RouterProvider router={adminRouter} />);
