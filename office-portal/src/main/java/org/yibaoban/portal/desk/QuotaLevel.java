package org.yibaoban.portal.desk;

import org.yibaoban.office.desk.DepartmentOverview;

/** Warning levels as pages show them, whatever levels the quota file sets. */
final class QuotaLevel {

    private QuotaLevel() {}

    /** 0, 80, 90 or 100: the greatest of these that the level reached is not below. */
    static int shown(DepartmentOverview department) {
        return shown(department.levelReached().orElse(0));
    }

    static int shown(int reached) {
        if (reached >= 100) {
            return 100;
        }
        if (reached >= 90) {
            return 90;
        }
        return reached > 0 ? 80 : 0;
    }
}
