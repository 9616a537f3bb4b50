-- How the payer goes wrong on demand: one row, kept so that a payer that is killed goes on as it was told.
create table misbehaviour (
    only_one boolean primary key default true check (only_one),
    settings text not null default ''
);
insert into misbehaviour default values;
