-- What the case group of a stay stands for, as it counts in the sums: weight, and cost and days of reference, where known.
alter table visit alter column case_group type text;
alter table indicator_visit
    add column case_group          text,
    add column case_weight         numeric(18,6),
    add column case_reference_cost numeric(18,2),
    add column case_reference_days numeric(18,6),
    add check ((case_group is null) = (case_weight is null));
alter table indicator_tally
    add column cost_rated_stays bigint not null default 0,
    add column time_rated_stays bigint not null default 0;

-- a stay's group, and the main diagnosis that a grouping table reads it from, move the sums too
drop trigger indicator_visit_moved on visit;
create trigger indicator_visit_moved
    after update of patient_id, type, status, department, ward, doctor, admitted_at, discharged_at, membership_state,
        claim_state, case_group, case_group_source on visit
    for each row execute function indicator_visit_moved();
create function indicator_diagnosis_moved() returns trigger language plpgsql as $$
begin
    if coalesce(new.rank, old.rank) = 0 then
        insert into indicator_move (visit_id) values (coalesce(new.visit_id, old.visit_id));
    end if;
    return null;
end $$;
create trigger indicator_diagnosis_moved after insert or update or delete on visit_diagnosis
    for each row execute function indicator_diagnosis_moved();

-- stays that have ended are looked at once more
insert into indicator_move (visit_id)
select id from visit where type = 'INPATIENT' and status = 'DISCHARGED' order by id;

-- a quota may limit every indicator
alter table quota_version alter column measure type varchar(40);
