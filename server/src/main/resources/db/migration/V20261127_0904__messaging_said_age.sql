-- What programs said is not known for ever: docs/decisions/0032.
alter table messaging_said add column at timestamptz not null default now();
create index messaging_said_age_idx on messaging_said (at);
