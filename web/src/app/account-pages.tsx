import { useParams, useSearch } from "@tanstack/react-router";
import { CompaniesPage } from "@/features/account/companies-page";
import { JoinPage } from "@/features/account/join-page";
import { LinkPage } from "@/features/account/link-page";
import { LoginPage } from "@/features/account/login-page";
import { WelcomePage } from "@/features/account/welcome-page";

/** What the addresses of the account pages say, handed to the pages. */
export const Welcome = WelcomePage;

export function Login() {
  const { next } = useSearch({ from: "/login" });
  return <LoginPage next={next} />;
}

export function OneTimeLink() {
  const { token } = useParams({ from: "/link/$token" });
  return <LinkPage key={token} token={token} />;
}

export function Join() {
  const { token } = useParams({ from: "/join/$token" });
  return <JoinPage key={token} token={token} />;
}

export function Companies() {
  const { found } = useSearch({ from: "/companies" });
  return <CompaniesPage found={found} />;
}
