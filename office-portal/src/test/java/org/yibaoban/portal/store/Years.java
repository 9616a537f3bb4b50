package org.yibaoban.portal.store;

import java.sql.SQLException;
import java.util.List;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeDatabase;

/** A person's year in the office's books and in the payer's: stays, basic fund, large amount, serious burden. */
final class Years {

    private Years() {}

    static String here(Person person) throws SQLException {
        return OfficeDatabase.value(
                "select p.year_stays, p.year_basic_fund, p.year_large_amount, p.year_serious_burden from person_year p"
                        + " join payer_sandbox.member m using (member_number) where m.identity_number = ?",
                person.identityNumber());
    }

    static String atThePayer(Person person) throws SQLException {
        return OfficeDatabase.value(
                "select y.stays, y.basic_fund, y.large_amount, y.serious_burden from payer_sandbox.member_year y"
                        + " join payer_sandbox.member m using (member_number) where m.identity_number = ?",
                person.identityNumber());
    }

    static String account(Person person) throws SQLException {
        return OfficeDatabase.value(
                "select account_balance from payer_sandbox.member where identity_number = ?", person.identityNumber());
    }

    /** What moved the year here, in order. */
    static List<String> kinds(Person person) throws SQLException {
        return OfficeDatabase.rows(
                "select e.kind from year_entry e join person_year p on p.id = e.person_year_id"
                        + " join payer_sandbox.member m using (member_number) where m.identity_number = ? order by e.at",
                person.identityNumber());
    }
}
