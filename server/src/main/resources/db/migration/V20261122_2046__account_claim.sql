-- A member that an administrator or an import created is not yet the person's own: the login was only typed in by somebody else.
-- Opening the company's link (choosing a first password, or giving the existing one) claims it. Until then the account neither sees
-- nor enters the company, so whoever registered a foreign number earlier gains nothing.
alter table principal add column claimed boolean not null default true;

-- Ending the sessions of one member.
create index account_session_principal_idx on account_session (principal_id) where principal_id is not null;
-- The sweep.
create index account_session_expiry_idx on account_session (expires_at);
create index account_link_expiry_idx on account_link (expires_at);
