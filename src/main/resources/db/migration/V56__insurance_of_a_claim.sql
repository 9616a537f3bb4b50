-- The insurance that a claim was made under. The visit's may be another one later: of the next part of a stay, or of the claim
-- that follows one that was taken back.
alter table claim add column insurance_type varchar(20);
alter table claim disable trigger user;
update claim c set insurance_type = m.insurance_type from membership m where m.visit_id = c.visit_id;
alter table claim enable trigger user;
