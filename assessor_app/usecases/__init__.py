"""One verb a file. A use case sees the domain and the ports it is handed, never an adapter."""
