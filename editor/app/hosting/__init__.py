"""Publishing by the code host, without git: GitHub, GitLab, Forgejo and Gitea by their APIs."""
