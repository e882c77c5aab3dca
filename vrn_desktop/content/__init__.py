"""Content packs at the door: instruments, rules, services and letters read from files and checked."""
