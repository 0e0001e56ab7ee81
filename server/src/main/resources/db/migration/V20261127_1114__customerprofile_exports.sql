-- Results of a mass message are taken out, too: of which one.
alter table customerprofile_export add column mass_id bigint;
