-- The voice of an app in a company: one principal for each app, made when it first speaks. docs/decisions/0015.
alter table principal
    add column app text check (app ~ '^[a-z][a-z0-9-]{0,31}$'),
    add constraint principal_voice_check check ((kind = 'BOT') = (app is not null));
create unique index principal_app_idx on principal (org_id, app) where app is not null;
