package org.yibaoban.launcher;

/** The database as the server sees it. */
interface Database {

    /** The JDBC address, user and password included: never to be printed or logged. */
    String url();

    /** Stops it when it is ours to stop. */
    void stop();

    /** A PostgreSQL that somebody else runs. */
    static Database installed(String url) {
        return new Database() {
            @Override
            public String url() {
                return url;
            }

            @Override
            public void stop() {
                // not ours
            }
        };
    }
}
