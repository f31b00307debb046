"""The only SQL of Tend. Importing it makes sqlite-utils speak SQLCipher."""

import sys

import sqlcipher3.dbapi2 as _sqlcipher

# sqlite-utils tries ``pysqlite3`` before ``sqlite3`` and catches that module's exceptions.
sys.modules.setdefault("pysqlite3", _sqlcipher)
sys.modules.setdefault("pysqlite3.dbapi2", _sqlcipher)
